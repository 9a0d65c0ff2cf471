namespace Wellread.Articles;

/// <summary>
/// Which story each article tells, for whoever refreshes feeds: one at a time may ask, so that two outlets that bring the same story in the same moment still
/// meet. An article that was placed but could not be stored does no harm: its id only names a story.
/// </summary>
internal sealed class Stories
{
    /// <summary>Articles older than this are not compared with new ones.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(14);

    private readonly Lock _turn = new();
    private readonly StoryIndex _index = StoryIndex.Default();
    private IEnumerable<Article> _unread = [];

    /// <summary>
    /// Learns the articles that are stored, whichever instance stored them. They keep the stories that they have. Nothing is done before there is an article to
    /// place, which mostly there is not: few visits bring anything new.
    /// </summary>
    public void CatchUp(IEnumerable<Article> stored, DateTimeOffset now)
    {
        lock (_turn) _unread = stored.Where(article => now - article.Published < Memory);
    }

    /// <summary>The article with its story.</summary>
    public Article Place(Article article)
    {
        var sketch = StorySketch.Of(article);
        lock (_turn)
        {
            foreach (var stored in _unread)
            {
                if (!_index.Knows(stored.Id)) _index.Add(StorySketch.Of(stored), stored.Story);
            }
            _unread = [];
            var story = _index.Place(sketch);
            return story == article.Id ? article : article with { StoryId = story };
        }
    }
}

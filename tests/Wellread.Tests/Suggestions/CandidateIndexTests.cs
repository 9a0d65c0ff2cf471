using Wellread.Articles;
using Wellread.Suggestions;
using Wellread.Tests.Support;

namespace Wellread.Tests.Suggestions;

public sealed class CandidateIndexTests
{
    private static readonly string?[] Topics = [null, "sleep", "heart", "none"];

    /// <summary>Whatever the steps were, the index is as if it had been made of what is left.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Changed_step_by_step_it_is_the_same_as_made_anew(int seed)
    {
        var dice = new Random(seed);
        var stored = new Dictionary<string, Article>();
        var index = CandidateIndex.Empty;
        for (var step = 0; step < 60; step++)
        {
            var written = Enumerable.Range(0, dice.Next(6)).Select(_ => Roll(dice)).ToList();
            var deleted = Enumerable.Range(0, dice.Next(4)).Select(_ => $"art_{dice.Next(30)}").Except(written.Select(article => article.Id)).ToList();
            foreach (var article in written) stored[article.Id] = article;
            foreach (var id in deleted) stored.Remove(id);
            index = index.With(written, deleted);

            Assert.Equal(Seen(CandidateIndex.Of(stored.Values), stored.Values), Seen(index, stored.Values));
        }
    }

    [Fact]
    public void An_article_whose_story_was_retold_stands_alone_again_when_the_others_are_gone()
    {
        var first = Make.Article("first");
        var second = Make.Article("second") with { StoryId = first.Id };
        var index = CandidateIndex.Of([first]).With([second], []);
        Assert.Equal(2, index.Story(index.Find(first.Id)!).Length);

        index = index.With([], [second.Id]);
        Assert.Equal(first.Id, Ids(index.Story(index.Find(first.Id)!)));
    }

    private static Article Roll(Random dice)
    {
        var article = Make.Article($"title {dice.Next(5)}", topics: dice.Next(3) switch { 0 => [], 1 => ["sleep"], _ => ["sleep", "heart"] }, daysOld: dice.Next(5));
        return article with
        {
            Id = $"art_{dice.Next(30)}",
            SensitiveTopics = dice.Next(4) == 0 ? ["abuse"] : [],
            StoryId = dice.Next(3) == 0 ? $"art_{dice.Next(30)}" : null,
            Assessment = article.Assessment! with { Audience = (ArticleAudience)dice.Next(3), SecondChoice = dice.Next(4) == 0 },
        };
    }

    private static List<string> Seen(CandidateIndex index, IReadOnlyCollection<Article> stored)
    {
        var seen = new List<string> { $"{index.Count} {string.Join(' ', index.Articles.Select(article => article.Id).Order(StringComparer.Ordinal))}" };
        foreach (var audience in new[] { ArticleAudience.Patients, ArticleAudience.Colleagues, ArticleAudience.Neither })
            seen.AddRange(Topics.Select(topic => $"{audience} {topic}: {Ids(index.List(audience, "en", topic))}, then {Ids(index.List(audience, "en", topic, secondChoice: true))}"));
        seen.AddRange(new[] { ArticleAudience.Patients, ArticleAudience.Colleagues }.Select(audience => $"{audience} with care: {Ids(index.Sensitive(audience, "en"))}"));
        Assert.Equal(
            stored.Where(article => !article.SensitiveTopics.IsEmpty && article.Assessment!.Audience == ArticleAudience.Patients).Select(article => article.Id).Order(StringComparer.Ordinal),
            index.Sensitive(ArticleAudience.Patients, "en").Select(candidate => candidate.Article.Id).Order(StringComparer.Ordinal));
        seen.AddRange(stored.OrderBy(article => article.Id, StringComparer.Ordinal)
            .Select(article => $"{article.Id} is told by {Ids(index.Story(index.Find(article.Id)!))}"));
        return seen;
    }

    private static string Ids(IEnumerable<Candidate> candidates) => string.Join(' ', candidates.Select(candidate => candidate.Article.Id));
}

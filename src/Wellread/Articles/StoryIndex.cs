namespace Wellread.Articles;

/// <summary>
/// The items of the last days by what they tell, to find the story that a new one belongs to. Grows item by item and forgets the oldest, so that its memory is
/// bounded (about 2 KB an item). Not for use by several threads at once.
/// </summary>
internal sealed class StoryIndex(TimeSpan window, int capacity)
{
    /// <summary>A word in more items than this says too little to look them all up.</summary>
    private const int MaxPostings = 300;
    private const int MinSharedWords = 3;
    private const float Informative = 1;
    private const double Near = 1;

    private readonly Dictionary<uint, List<Entry>> _postings = [];
    private readonly Dictionary<string, Entry> _byArticle = new(StringComparer.Ordinal);
    private readonly StoryRarity _rarity = new();
    private readonly PriorityQueue<Entry, DateTimeOffset> _byAge = new();

    /// <summary>Items that are compared: a story told again later is a new one.</summary>
    public static StoryIndex Default() => new(TimeSpan.FromDays(5), 20_000);

    public int Count => _byArticle.Count;

    public bool Knows(string articleId) => _byArticle.ContainsKey(articleId);

    /// <summary>The story of an item: the id of the first article that told it, which is the item's own where it is new. Adds the item; one that is known keeps its story.</summary>
    public string Place(StorySketch sketch)
    {
        if (_byArticle.TryGetValue(sketch.ArticleId, out var known)) return known.StoryId;
        var storyId = Find(sketch)?.StoryId ?? sketch.ArticleId;
        Add(sketch, storyId);
        return storyId;
    }

    /// <summary>Adds an item whose story was found earlier.</summary>
    public void Add(StorySketch sketch, string storyId)
    {
        if (!Knows(sketch.ArticleId)) Add(new Entry(sketch, storyId));
    }

    private Entry? Find(StorySketch sketch)
    {
        var shared = new Dictionary<Entry, int>();
        foreach (var word in sketch.Words)
        {
            if (word.Weight < Informative || !_postings.TryGetValue(word.Hash, out var entries) || entries.Count > MaxPostings) continue;
            foreach (var entry in entries) shared[entry] = shared.GetValueOrDefault(entry) + 1;
        }
        Entry? best = null;
        var most = 0.0;
        foreach (var (entry, words) in shared)
        {
            if (words < Math.Min(MinSharedWords, sketch.Title.Length) || (entry.Sketch.Published - sketch.Published).Duration() > window) continue;
            var evidence = StoryMatcher.Evidence(entry.Sketch, sketch, _rarity) - StoryMatcher.Needed(entry.Sketch, sketch);
            if (evidence > most && IsNearStart(entry.StoryId, sketch)) (best, most) = (entry, evidence);
        }
        return best;
    }

    /// <summary>A story does not wander: what joins it is at least near to its first item, as long as that is known.</summary>
    private bool IsNearStart(string storyId, StorySketch sketch) =>
        !_byArticle.TryGetValue(storyId, out var first) || StoryMatcher.Evidence(first.Sketch, sketch, _rarity) > -Near;

    private void Add(Entry entry)
    {
        _byArticle[entry.Sketch.ArticleId] = entry;
        _byAge.Enqueue(entry, entry.Sketch.Published);
        _rarity.Add(entry.Sketch);
        foreach (var word in entry.Sketch.Words)
        {
            if (word.Weight < Informative) continue;
            if (!_postings.TryGetValue(word.Hash, out var entries)) _postings[word.Hash] = entries = [];
            entries.Add(entry);
        }
        while (_byAge.Count > capacity) Forget(_byAge.Dequeue());
    }

    private void Forget(Entry entry)
    {
        _byArticle.Remove(entry.Sketch.ArticleId);
        _rarity.Remove(entry.Sketch);
        foreach (var word in entry.Sketch.Words)
        {
            if (word.Weight < Informative || !_postings.TryGetValue(word.Hash, out var entries)) continue;
            entries.Remove(entry);
            if (entries.Count == 0) _postings.Remove(word.Hash);
        }
    }

    private sealed record Entry(StorySketch Sketch, string StoryId)
    {
        public bool Equals(Entry? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}

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
    private readonly List<Entry> _met = [];

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
        foreach (var word in sketch.Words)
        {
            if (word.Weight < Informative || _rarity.Count(word.Hash) > MaxPostings || !_postings.TryGetValue(word.Hash, out var entries)) continue;
            foreach (var entry in entries)
            {
                if (entry.Shared++ == 0) _met.Add(entry);
            }
        }
        Entry? best = null;
        var most = 0.0;
        foreach (var entry in _met)
        {
            var words = entry.Shared;
            entry.Shared = 0;
            if (entry.IsForgotten || words < Math.Min(MinSharedWords, sketch.Title.Length)) continue;
            if ((entry.Sketch.Published - sketch.Published).Duration() > window) continue;
            var evidence = StoryMatcher.Evidence(entry.Sketch, sketch, _rarity) - StoryMatcher.Needed(entry.Sketch, sketch);
            if (evidence > most && IsNearStart(entry.StoryId, sketch)) (best, most) = (entry, evidence);
        }
        _met.Clear();
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

    /// <summary>
    /// Leaves the entry in its lists until half of a list is of this kind: looking for it in each list made every item behind the 20,000th a walk through
    /// the longest of them.
    /// </summary>
    private void Forget(Entry entry)
    {
        entry.IsForgotten = true;
        _byArticle.Remove(entry.Sketch.ArticleId);
        _rarity.Remove(entry.Sketch);
        foreach (var word in entry.Sketch.Words)
        {
            if (word.Weight < Informative || !_postings.TryGetValue(word.Hash, out var entries)) continue;
            if (entries.Count > 2 * _rarity.Count(word.Hash)) entries.RemoveAll(old => old.IsForgotten);
            if (entries.Count == 0) _postings.Remove(word.Hash);
        }
    }

    private sealed class Entry(StorySketch sketch, string storyId)
    {
        public StorySketch Sketch { get; } = sketch;

        public string StoryId { get; } = storyId;

        /// <summary>Words shared with the item that is looked for.</summary>
        public int Shared { get; set; }

        public bool IsForgotten { get; set; }
    }
}

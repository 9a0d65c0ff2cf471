namespace Wellread.Articles;

/// <summary>Adds up the terms found, by topic. A term counts fully once, half the second time, then no more: a word said ten times is one piece of evidence.</summary>
internal sealed class TopicTally(int topics)
{
    private const int Middling = 2;
    private readonly double[] _scores = new double[topics];
    private readonly int[] _terms = new int[topics];
    private readonly int[] _strongest = new int[topics];
    private readonly bool[] _inTitle = new bool[topics];
    private readonly Dictionary<(int Topic, int Term), int> _times = [];

    public bool IsEmpty => _times.Count == 0;

    public void Add(List<TermHit> hits, double factor, bool inTitle)
    {
        foreach (var hit in hits)
        {
            var times = _times[(hit.Section, hit.Term)] = _times.GetValueOrDefault((hit.Section, hit.Term)) + 1;
            if (times == 1) _terms[hit.Section]++;
            if (times <= 2) _scores[hit.Section] += hit.Weight * factor / times;
            _strongest[hit.Section] = Math.Max(_strongest[hit.Section], hit.Weight);
            if (inTitle && hit.Weight >= Middling) _inTitle[hit.Section] = true;
        }
    }

    public double Score(int topic) => _scores[topic];

    /// <summary>How many different terms were found.</summary>
    public int Terms(int topic) => _terms[topic];

    public int Strongest(int topic) => _strongest[topic];

    /// <summary>Whether the title or a category of the feed says the topic with more than a weak term.</summary>
    public bool IsInTitle(int topic) => _inTitle[topic];

    public bool Any(Func<int, int, bool> test) => Enumerable.Range(0, topics).Any(topic => _strongest[topic] > 0 && test(topic, _strongest[topic]));
}

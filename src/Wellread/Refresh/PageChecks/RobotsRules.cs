using System.Collections.Immutable;

namespace Wellread.Refresh.PageChecks;

/// <summary>What a site's <c>robots.txt</c> lets us look at (RFC 9309). Immutable.</summary>
internal sealed class RobotsRules
{
    /// <summary>The name that a site can address us by.</summary>
    public const string Agent = "wellread";

    /// <summary>What a site may say at least, by the RFC: 500 KiB; a few hundred rules of one group are more than any site needs.</summary>
    private const int MaxRules = 500;
    private const int MaxPattern = 500;

    private readonly ImmutableArray<(bool Allow, string Pattern)> _rules;

    private RobotsRules(IEnumerable<(bool Allow, string Pattern)> rules) =>
        // The longest pattern that fits decides; of two as long, the one that allows.
        _rules = [.. rules.OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.Allow)];

    public static RobotsRules None { get; } = new([]);

    /// <summary>Characters of its patterns.</summary>
    public int Size => _rules.Sum(rule => rule.Pattern.Length);

    public bool Allow(Uri url)
    {
        foreach (var (allow, pattern) in _rules)
        {
            if (Fits(pattern, url.PathAndQuery)) return allow;
        }

        return true;
    }

    /// <summary>The rules of the group for us, else of the group for everybody. A line that makes no sense is passed over.</summary>
    public static RobotsRules Parse(string text)
    {
        var (ours, everybodys, hasOurs) = (new List<(bool, string)>(), new List<(bool, string)>(), false);
        var (forUs, forAll, inRules) = (false, false, true);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var end = line.IndexOf('#');
            var content = end < 0 ? line : line[..end];
            if (content.IndexOf(':') is not (> 0 and var colon)) continue;
            var (key, value) = (content[..colon].Trim().ToString().ToLowerInvariant(), content[(colon + 1)..].Trim().ToString());
            switch (key)
            {
                case "user-agent":
                    if (inRules) (forUs, forAll, inRules) = (false, false, false);
                    forUs |= value.Equals(Agent, StringComparison.OrdinalIgnoreCase);
                    forAll |= value == "*";
                    hasOurs |= forUs;
                    break;
                case "allow" or "disallow":
                    inRules = true;
                    if (value.Length is 0 or > MaxPattern) break;
                    if (forUs && ours.Count < MaxRules) ours.Add((key == "allow", value));
                    if (forAll && everybodys.Count < MaxRules) everybodys.Add((key == "allow", value));
                    break;
            }
        }

        return new RobotsRules(hasOurs ? ours : everybodys);
    }

    /// <summary>A star stands for anything, a dollar at the end for the end of the address. Part by part from the left, as early as each can stand: no other way fits where this does not.</summary>
    private static bool Fits(string pattern, string path)
    {
        var isWhole = pattern.EndsWith('$');
        var parts = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal)) return false;
        if (parts.Length == 1) return !isWhole || path.Length == parts[0].Length;
        var at = parts[0].Length;
        foreach (var part in parts.AsSpan(1..^1))
        {
            at = path.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0) return false;
            at += part.Length;
        }

        return isWhole ? path.Length - parts[^1].Length >= at && path.EndsWith(parts[^1], StringComparison.Ordinal) : path.IndexOf(parts[^1], at, StringComparison.Ordinal) >= 0;
    }
}

using System.Runtime.CompilerServices;
using Wellread.Articles;

namespace Wellread.Suggestions;

/// <summary>What the titles of candidates say, read out of each once for all practices, and only of those that somebody looked at closely.</summary>
internal static class CandidateTitles
{
    private static readonly ConditionalWeakTable<Candidate, TitleSketch> Sketches = [];

    public static TitleSketch Of(Candidate candidate) => Sketches.GetValue(candidate, static of => TitleSketch.Of(of.Article.Title));
}

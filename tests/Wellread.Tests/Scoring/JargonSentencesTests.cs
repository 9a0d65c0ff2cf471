using System.Text.RegularExpressions;
using Wellread.Tests.Support;
using Xunit.Abstractions;

namespace Wellread.Tests.Scoring;

/// <summary>300 English and 100 Spanish sentences of our own with their terms marked: one half to develop with, the other to judge by.</summary>
public sealed partial class JargonSentencesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("jargon-develop.txt", "en")]
    [InlineData("jargon-judge.txt", "en")]
    [InlineData("jargon-spanish-develop.txt", "es")]
    [InlineData("jargon-spanish-judge.txt", "es")]
    public void Nine_of_ten_found_terms_are_terms_and_four_of_five_terms_are_found(string file, string language)
    {
        var (right, found, marked, met) = (0, 0, 0, 0);
        foreach (var (sentence, terms) in Sentences(file))
        {
            var spans = ScoringSamples.Explainer.Explain("", sentence, language).Jargon.SelectMany(term => term.Spans).ToList();
            found += spans.Count;
            right += spans.Count(span => terms.Any(term => term.Start < span.End && span.Start < term.End));
            marked += terms.Count;
            met += terms.Count(term => spans.Any(span => term.Start < span.End && span.Start < term.End));
            foreach (var span in spans.Where(span => !terms.Any(term => term.Start < span.End && span.Start < term.End))) output.WriteLine($"false: {sentence[span.Start..span.End]} | {sentence}");
            foreach (var term in terms.Where(term => !spans.Any(span => term.Start < span.End && span.Start < term.End))) output.WriteLine($"missed: {sentence[term.Start..term.End]} | {sentence}");
        }
        output.WriteLine($"{file}: precision {right}/{found} = {(double)right / found:F3}, recall {met}/{marked} = {(double)met / marked:F3}");
        Assert.InRange((double)right / found, 0.9, 1);
        Assert.InRange((double)met / marked, 0.8, 1);
    }

    [Theory]
    [InlineData("jargon-develop.txt", "en")]
    [InlineData("jargon-judge.txt", "en")]
    [InlineData("jargon-spanish-develop.txt", "es")]
    [InlineData("jargon-spanish-judge.txt", "es")]
    public void What_the_sentence_explains_is_not_held_against_it(string file, string language)
    {
        var (right, all) = (0, 0);
        foreach (var (sentence, terms) in Sentences(file))
        {
            foreach (var found in ScoringSamples.Explainer.Explain("", sentence, language).Jargon)
            {
                if (terms.Where(term => found.Spans.Any(span => term.Start < span.End && span.Start < term.End)).ToList() is not [var first, ..]) continue;
                all++;
                if (first.IsExplained == found.Explained) right++;
                else output.WriteLine($"explained {found.Explained}: {found.Term} | {sentence}");
            }
        }
        Assert.InRange((double)right / all, 0.9, 1);
    }

    private static IEnumerable<(string Sentence, List<(int Start, int End, bool IsExplained)> Terms)> Sentences(string file)
    {
        foreach (var line in File.ReadLines(Repository.Path("tests", "Wellread.Tests", "Scoring", "Data", file)).Where(line => !line.StartsWith('#')))
        {
            var terms = new List<(int, int, bool)>();
            var removed = 0;
            foreach (Match match in Marks().Matches(line))
            {
                terms.Add((match.Index - removed, match.Index + match.Length - 2 - removed, match.Value[0] == '{'));
                removed += 2;
            }
            yield return (Marks().Replace(line, "$1"), terms);
        }
    }

    [GeneratedRegex(@"[\[{]([^\]}]+)[\]}]")]
    private static partial Regex Marks();
}

using System.Reflection;
using System.Text.RegularExpressions;
using Wellread.Scoring;

namespace Wellread.Tests.Rules;

/// <summary>Expressions read what strangers send, so none may take longer than its text is long to some small power.</summary>
public sealed class ExpressionTests
{
    /// <summary>An expression that can read a run in exponentially many ways needs years for these; any other a moment.</summary>
    private const int Length = 120;
    private static readonly TimeSpan Years = TimeSpan.FromSeconds(20);

    private static readonly string[] Units =
        ["-", "--", "\u2013", ".", "!", "?", " ", "\t", "a", "A", "aA", "0", "0-", "0 ", "a ", "A ", "A. ", "a, ", "(", "()", "'", "\"", "a'", "a-", "A.", "/", "a/", "a.", "&", "#a", "@a", ":", "|", " | A", "\u00e1", "\u00e1 ", "\n", ", A"];

    private static readonly string[] Starts = ["", "LONDON ", "Dr. A ", "http://", "https://a.", "(800) ", "Study: "];

    [Fact]
    public void No_expression_can_read_a_run_in_exponentially_many_ways()
    {
        var expressions = Expressions().ToList();
        Assert.True(expressions.Count > 150, $"{expressions.Count} expressions were found.");
        var slow = expressions.Where(expression => !IsQuick(new Regex(expression.Pattern, expression.Options, Years))).Select(expression => expression.Pattern);
        Assert.Empty(slow);
    }

    private static IEnumerable<GeneratedRegexAttribute> Expressions() => typeof(TextTrimming).Assembly.GetTypes()
        .SelectMany(type => type.GetMembers(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .SelectMany(member => member.GetCustomAttributes<GeneratedRegexAttribute>());

    private static bool IsQuick(Regex expression)
    {
        try
        {
            foreach (var start in Starts)
            {
                foreach (var unit in Units) expression.Count($"{start}{string.Concat(Enumerable.Repeat(unit, Length / unit.Length))}~");
            }

            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}

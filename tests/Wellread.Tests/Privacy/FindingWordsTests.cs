using Wellread.Privacy;
using Wellread.Scoring;

namespace Wellread.Tests.Privacy;

/// <summary>What the guard says is said in both languages, and plainly.</summary>
public sealed class FindingWordsTests
{
    private const double HardestGrade = 8;

    [Fact]
    public void Every_kind_of_finding_has_its_words()
    {
        var said = Enum.GetValues<MentionKind>().Except([MentionKind.Capitals, MentionKind.ProviderNumber]);
        Assert.Equal(said.Order(), FindingWords.Kinds.Order());
        Assert.Equal(FindingWords.Kinds.Count(), FindingWords.Kinds.Select(FindingWords.CodeOf).Distinct().Count());
    }

    [Fact]
    public void Both_languages_say_the_same_things()
    {
        var (english, spanish) = (FindingWords.In("en").All, FindingWords.In("es").All);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), spanish.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, (rule, instead)) in english)
        {
            Assert.EndsWith(".", rule, StringComparison.Ordinal);
            Assert.EndsWith(".", spanish[key].Rule, StringComparison.Ordinal);
            Assert.NotEqual(rule, spanish[key].Rule);
            Assert.Equal(instead.Length == 0, spanish[key].Instead.Length == 0);
        }
    }

    [Fact]
    public void The_Spanish_words_are_plain() =>
        Assert.All(FindingWords.In("es").All, said => Assert.InRange(SpanishFormula.Grade(SpanishFormula.Count("", said.Value.Rule)), 0, HardestGrade));

    [Theory]
    [InlineData("en", "a patient", "recently")]
    [InlineData("es", "un paciente", "hace poco")]
    [InlineData("und", "a patient", "recently")]
    public void What_to_write_instead_is_in_the_language_of_the_text(string language, string name, string day)
    {
        var words = FindingWords.In(language);
        Assert.Equal(name, words.InsteadOf(new GuardFinding(MentionKind.Name, FindingSeverity.Block, 0, 1)));
        Assert.Equal(day, words.InsteadOf(new GuardFinding(MentionKind.Date, FindingSeverity.Block, 0, 1)));
        Assert.Equal(words.Say(FindingWords.OneStory), words.RuleOf(new GuardFinding(MentionKind.CaseDetail, FindingSeverity.Warn, 0, 1, IsStory: true)));
    }
}

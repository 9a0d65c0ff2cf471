using System.Collections.Immutable;
using Wellread.Articles;
using Wellread.Sharing.Hashtags;

namespace Wellread.Sharing;

/// <summary>
/// The text of a post: the article's own title, question or advice, or an open question above its title, as many of its own sentences as fit and are easy enough, the source, one or two hashtags. Nothing
/// that the article does not say. Pure.
/// </summary>
internal sealed class ShareText
{
    private const int MostPlainWords = 3;

    /// <summary>A headline says what a post is about, which is worth this much.</summary>
    private const double GradeWorthOfATitle = 1;

    private readonly ShareMaterial _material;
    private readonly ShareChannel _channel;
    private readonly Attribution? _attribution;
    private readonly string _link;
    private readonly double _target;

    private ShareText(Article article, ShareWish wish, string link)
    {
        (_channel, _link) = (wish.Channel, link);
        _attribution = Attributions.For(new Uri(link).Host, wish.FeedHost);
        _material = ShareMaterial.Of(article, mayChange: _attribution?.Unchanged is not true);
        _target = _material.IsForColleagues ? double.PositiveInfinity : wish.Practice.TargetGrade;
    }

    /// <summary>Room for the link is kept where the channel has it in the text.</summary>
    public static ShareDraft For(Article article, ShareWish wish, string link) => new ShareText(article, wish, link).Draft(wish.Tone);

    /// <summary>Stands before anything made of an invented article; empty for a real one.</summary>
    public static string SampleMark(Article article) => !article.IsSample ? "" : article.Language == "es" ? "Muestra, no compartir. " : "Sample, do not share. ";

    private ShareDraft Draft(ShareTone asked)
    {
        var leads = ShareTones.All.ToDictionary(tone => tone, LeadsFor);
        var tone = leads[asked].Count == 0 ? ShareTone.Plain : asked;
        ImmutableArray<MissingTone> missing = [.. ShareTones.All.Where(one => leads[one].Count == 0).Select(WhyMissing)];
        var draft = Easiest(leads[tone], lead => DraftOf(lead, tone, missing), tone);
        return draft.IsTooHard ? draft with { WhyHard = WhyHard(), PlainWords = PlainWordsFor(draft) } : draft;
    }

    /// <summary>The first that is easy enough. Where none is, the easiest; a plain text then opens with its title unless another sentence is easier by a grade.</summary>
    private ShareDraft Easiest(List<ShareLead> leads, Func<ShareLead, ShareDraft> draftOf, ShareTone tone)
    {
        var first = draftOf(leads[0]);
        if (!first.IsTooHard) return first;
        List<ShareDraft> drafts = [first, .. leads.Skip(1).Select(draftOf)];
        return drafts.Find(draft => draft.Reading.Grade <= _target) ?? drafts.MinBy(draft => draft.Reading.RoughGrade + (draft == first && tone == ShareTone.Plain ? -GradeWorthOfATitle : 0))!;
    }

    private string WhyHard()
    {
        if (!_material.MayChange) return "Its publisher wants its words left as they are.";
        return GradeOf(_material.Title, "") > _target ? "Its title is hard by itself, and the article has nothing easier that can stand in its place." : "The article has no easier words for it.";
    }

    private ImmutableArray<string> PlainWordsFor(ShareDraft draft) =>
        [.. PlainSwaps.OffersFor(draft.Text[..draft.Text.LastIndexOf("\n\n", StringComparison.Ordinal)], _material.Language).Take(MostPlainWords).Select(offer => $"\"{offer.PlainWords}\" for \"{offer.Term}\"")];

    /// <summary>What the text can open with. A title can always: it is shortened where it has no room.</summary>
    private List<ShareLead> LeadsFor(ShareTone tone) =>
        [.. ShareLeads.Of(_material, tone).Where(lead => (tone == ShareTone.Plain && lead.Sentence < 0) || Fits(lead.Text, Below(lead, tone), ClosingFor(lead.Text, Below(lead, tone))))];

    private MissingTone WhyMissing(ShareTone tone) => new(
        tone, ShareLeads.Of(_material, tone).Any() ? $"There is no room for a {ShareTones.SlugOf(tone)}{(tone == ShareTone.Tip ? " and its title" : "")} on {_channel.Name}." : ShareLeads.WhyNone(_material, tone));

    private ShareDraft DraftOf(ShareLead lead, ShareTone tone, ImmutableArray<MissingTone> missing)
    {
        var closing = ClosingFor(lead.Text, Below(lead, tone));
        var text = tone == ShareTone.Plain ? Shortened(lead.Text, closing) : lead.Text;
        var body = tone == ShareTone.Tip ? Below(lead, tone) : Body(text, lead.Sentence, closing);
        return new ShareDraft(Join(Opening() + text, body, closing), tone, missing, _material.Reading(text, body), _material.IsForColleagues ? null : _target);
    }

    private string ClosingFor(string lead, string body)
    {
        var closings = ShareClosing.For(_material.Article, _channel, _attribution, HashtagsFor(lead)).ToList();
        return closings.Find(closing => Fits(lead, body, closing)) ?? closings[^1];
    }

    // A sentence in the title's place says what the post is about; below a question or a tip stands the title.
    private ImmutableArray<string> HashtagsFor(string lead) =>
        PostHashtags.For(_material.Article, _material.Sentences.Contains(lead) ? lead : _material.Article.Title, _material.Sentences.FirstOrDefault() ?? "");

    private string Shortened(string title, string closing)
    {
        var text = title;
        if (!_material.MayChange) return text;
        for (var length = title.Length - 1; length > 10 && !Fits(text, "", closing); length -= 5) text = TextCut.At(title, length);
        return text;
    }

    private string Body(string lead, int leadSentence, string closing) => new ShareBody(_material, lead, leadSentence, _target, body => Fits(lead, body, closing)).Text();

    /// <summary>The title below a tip, which hardly ever says by itself what it is about.</summary>
    private string Below(ShareLead lead, ShareTone tone) => tone == ShareTone.Tip && lead.Sentence >= 0 ? $"{(_material.IsSpanish ? "Lea más" : "Read more")}: {_material.Title}" : "";

    private double GradeOf(string lead, string body) => _material.Reading(lead, body).RoughGrade;

    private bool Fits(string lead, string body, string closing)
    {
        var text = Join(Opening() + lead, body, closing);
        return _channel.Rule.Count(_channel.LinkInText ? $"{text}\n{_link}" : text) <= Room;
    }

    /// <summary>A recall may be longer than what people like to read: which product, why and what to do are worth it.</summary>
    private int Room => _material.IsRecall ? Math.Min(2 * _channel.Comfortable, _channel.Limit ?? int.MaxValue) : _channel.Comfortable;

    private static string Join(string lead, string body, string closing) => body.Length == 0 ? $"{lead}\n\n{closing}" : $"{lead}\n\n{body}\n\n{closing}";

    /// <summary>What stands before the lead: that a sample is one, and on LinkedIn whom the article is for.</summary>
    private string Opening()
    {
        var article = _material.Article;
        var sample = SampleMark(article);
        if (_channel.Slug != "linkedin") return sample;
        if (_material.IsForColleagues) return sample + (_material.IsSpanish ? "Para profesionales de la salud: " : "For health professionals: ");
        return article.Assessment?.Audience == ArticleAudience.Patients ? sample + (_material.IsSpanish ? "Para compartir con pacientes: " : "To share with patients: ") : sample;
    }
}

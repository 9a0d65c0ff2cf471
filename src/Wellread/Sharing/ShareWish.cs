using System.Collections.Immutable;
using Wellread.Practices;
using Wellread.Scoring;

namespace Wellread.Sharing;

/// <summary>Where, how and for whom an article is to be shared.</summary>
internal sealed record ShareWish(ShareChannel Channel, Practice Practice)
{
    public ShareTone Tone { get; init; }

    /// <summary>Mastodon: the host where the editor has an account.</summary>
    public string Instance { get; init; } = ShareLinks.DefaultInstance;

    /// <summary>The host of the feed that brought the article, whose terms count as its page's do; null where it is no longer listed.</summary>
    public string? FeedHost { get; init; }
}

/// <summary>A text that was made of an article.</summary>
/// <param name="Text">Without the link where the channel shows it apart.</param>
/// <param name="Tone">The tone that it has, which is not always the one asked for.</param>
/// <param name="Missing">The tones that it has no words for on this channel, with the reason.</param>
/// <param name="Reading">How hard it reads, without its closing lines.</param>
/// <param name="TargetGrade">What it should read at; null for health workers.</param>
internal sealed record ShareDraft(string Text, ShareTone Tone, ImmutableArray<MissingTone> Missing, ReadingLevel Reading, double? TargetGrade)
{
    /// <summary>What keeps the text above its grade, in an editor's words; empty where it is not.</summary>
    public string WhyHard { get; init; } = "";

    /// <summary>Terms in a text that is too hard, with what explains them.</summary>
    public ImmutableArray<string> PlainWords { get; init; } = [];

    /// <summary>The tones that the article has the words for, on this channel.</summary>
    public IEnumerable<ShareTone> Tones => ShareTones.All.Where(tone => !Missing.Any(one => one.Tone == tone));

    /// <summary>Whether it reads too hard; a text of a few words has no grade.</summary>
    public bool IsTooHard => Reading.Grade > TargetGrade;
}

/// <summary>A tone that an article has no words for, and why, in an editor's words.</summary>
internal sealed record MissingTone(ShareTone Tone, string Reason);

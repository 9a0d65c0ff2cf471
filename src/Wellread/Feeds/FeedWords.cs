using System.ComponentModel.DataAnnotations;

namespace Wellread.Feeds;

/// <summary>The words for a feed's publisher and audience as the wire has them, and back.</summary>
internal static class FeedWords
{
    public static PublisherType? Publisher(string? word) => Enum.TryParse<PublisherType>(word, ignoreCase: true, out var type) ? type : null;

    public static FeedAudience? Audience(string? word) => Enum.TryParse<FeedAudience>(word, ignoreCase: true, out var audience) ? audience : null;
}

/// <summary>A publisher's word, or nothing.</summary>
internal sealed class KnownPublisherAttribute() : AllowedValuesAttribute(null, "government", "academic", "nonProfit", "news", "journal", "other")
{
    public override string FormatErrorMessage(string name) => "Use government, academic, nonProfit, news, journal or other.";
}

/// <summary>An audience's word, or nothing.</summary>
internal sealed class KnownAudienceAttribute() : AllowedValuesAttribute(null, "consumer", "professional", "unknown")
{
    public override string FormatErrorMessage(string name) => "Use consumer, professional or unknown.";
}

/// <summary>A two-letter code, or nothing.</summary>
internal sealed class LanguageCodeAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null or string and [>= 'a' and <= 'z', >= 'a' and <= 'z'];

    public override string FormatErrorMessage(string name) => "Use two small letters, such as en or es.";
}

/// <summary>A feed's name of 1 to 300 characters, or nothing.</summary>
internal sealed class FeedTitleAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || FeedText.Clean(value as string) is { Length: <= OpmlText.MaxLength };

    public override string FormatErrorMessage(string name) => "Give the feed a name of 1 to 300 characters.";
}

/// <summary>At most 20 folders, each a path of names of 1 to 300 characters; an empty path is the top of the list.</summary>
internal sealed class FolderNamesAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null
        || (value is IReadOnlyList<IReadOnlyList<string>> { Count: <= 20 } folders
            && folders.All(folder => folder is { Count: < OpmlReader.MaxImportDepth } && folder.All(name => FeedText.Clean(name) is { Length: <= OpmlText.MaxLength })));

    public override string FormatErrorMessage(string name) =>
        "Give at most 20 folders, each as a list of names from the outermost to the innermost, such as [[\"News\", \"Heart\"]].";
}

/// <summary>At most 50 words or phrases of 1 to 60 characters.</summary>
internal sealed class RuleWordsAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null
        || (value is IReadOnlyList<string> { Count: <= 50 } words && words.All(word => word is { Length: <= 60 } && word[(word.IndexOf(':', StringComparison.Ordinal) + 1)..].Any(char.IsLetterOrDigit)));

    public override string FormatErrorMessage(string name) => "Give at most 50 words or short phrases, each of up to 60 characters.";
}

using Wellread.Practices;

namespace Wellread.Suggestions.Rules;

/// <summary>For whom and when suggestions are ranked.</summary>
internal sealed record RankingContext(Practice Practice, DateTimeOffset Now);

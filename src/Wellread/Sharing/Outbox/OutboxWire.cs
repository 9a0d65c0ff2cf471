namespace Wellread.Sharing.Outbox;

/// <summary>Whether an outbox can be read.</summary>
/// <param name="IsOpen">True where there is a token that opens it.</param>
/// <param name="MadeAt">When that token was made, on the practice's clock; null where there is none.</param>
internal sealed record OutboxState(bool IsOpen, DateTimeOffset? MadeAt);

/// <summary>A new token, and the addresses that it opens. They are shown only now: keep them as you keep a password.</summary>
/// <param name="Token">Whoever has it can read the outbox, and nothing else.</param>
/// <param name="Rss">For tools that read RSS.</param>
/// <param name="Atom">For tools that read Atom.</param>
/// <param name="Json">For tools that read JSON Feed.</param>
/// <param name="Calendar">For calendar programs.</param>
internal sealed record OutboxTokenMade(string Token, string Rss, string Atom, string Json, string Calendar);

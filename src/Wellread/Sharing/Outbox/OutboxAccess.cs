using Wellread.Practices;
using Wellread.Suggestions;

namespace Wellread.Sharing.Outbox;

/// <summary>A practice whose outbox a token opened.</summary>
internal sealed record OpenedOutbox(Practice Practice, OutboxToken Token);

/// <summary>Lets in who has the token, and gives what an outbox is made from.</summary>
internal sealed class OutboxAccess(CurrentPractices practices, OutboxTokenStore tokens, OutboxTexts texts, SuggestionState state, TimeProvider time)
{
    /// <summary>What a token is compared with where there is none, so that the answer takes as long.</summary>
    private static readonly OutboxToken Nobodys = OutboxToken.Make(default).Stored;

    public OutboxTokenStore Tokens => tokens;

    public OutboxTexts Texts => texts;

    public SuggestionSnapshot Snapshot => state.Current;

    public DateTimeOffset Now => time.GetUtcNow();

    public Practice? Find(string practiceId) => practiceId.Length == 0 ? null : practices.Find(practiceId);

    /// <summary>Null where there is no such practice, it has no token, or this is another.</summary>
    public async Task<OpenedOutbox?> OpenAsync(string practiceId, string? token, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token)) return null;
        var practice = Find(practiceId);
        var stored = practice is null ? null : await tokens.FindAsync(practice.Id, cancellationToken);
        var isOpen = (stored ?? Nobodys).IsOpenedBy(token);
        return isOpen && practice is not null && stored is not null ? new OpenedOutbox(practice, stored) : null;
    }
}

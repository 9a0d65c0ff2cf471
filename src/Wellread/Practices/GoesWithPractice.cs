namespace Wellread.Practices;

/// <summary>A kind of document, one for each practice by its id in the partition of all practices, that goes when the practice is removed. Whoever keeps some registers it.</summary>
internal sealed record GoesWithPractice(string Kind);

using System.Collections.Concurrent;
using Wellread.Articles;

namespace Wellread.Tests.Support;

internal static class StoredArticles
{
    /// <summary>Every article of the store, in no promised order.</summary>
    public static async Task<IReadOnlyCollection<Article>> AllAsync(this ArticleStore store)
    {
        var all = new ConcurrentBag<Article>();
        await store.ReadAllAsync(
            some =>
            {
                foreach (var article in some) all.Add(article);
            },
            CancellationToken.None);
        return all;
    }
}

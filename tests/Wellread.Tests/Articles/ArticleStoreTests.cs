using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Wellread.Articles;
using Wellread.Storage;
using Wellread.Tests.Support;

namespace Wellread.Tests.Articles;

public sealed class ArticleStoreTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SqliteStorage _storage = null!;
    private ArticleStore _articles = null!;

    public async Task InitializeAsync()
    {
        _storage = new SqliteStorage(_folder.Path("wellread.db"), new FakeTimeProvider());
        await _storage.OpenAsync(CancellationToken.None);
        _articles = new ArticleStore(_storage, NullLogger<ArticleStore>.Instance);
    }

    public async Task DisposeAsync()
    {
        await _storage.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_remembered_of_a_commit_is_what_its_log_entries_announce()
    {
        var article = Make.Article("one");
        var position = await CommitAsync(batch => ArticleStore.Put(batch, article));
        _articles.Remember([article], position);

        Assert.Same(article, Assert.Single(await AnnouncedAsync()));
    }

    [Fact]
    public async Task What_somebody_else_wrote_since_is_read_from_the_store()
    {
        var (ours, theirs) = (Make.Article("one"), Make.Article("one") with { Title = "Rewritten elsewhere" });
        _articles.Remember([ours], await CommitAsync(batch => ArticleStore.Put(batch, ours)));
        await CommitAsync(batch => ArticleStore.Put(batch, theirs));

        Assert.Equal(theirs.Title, Assert.Single(await AnnouncedAsync()).Title);
    }

    [Fact]
    public async Task What_was_taken_out_since_is_gone()
    {
        var article = Make.Article("one");
        _articles.Remember([article], await CommitAsync(batch => ArticleStore.Put(batch, article)));
        await CommitAsync(batch => ArticleStore.Remove(batch, article.Id));

        Assert.Empty(await AnnouncedAsync());
    }

    private async Task<long> CommitAsync(Action<StorageBatch> write)
    {
        var batch = new StorageBatch(Partitions.Library);
        write(batch);
        return Assert.IsType<CommitResult.Committed>(await _storage.CommitAsync(batch, CancellationToken.None)).LogPosition;
    }

    private async Task<IReadOnlyList<Article>> AnnouncedAsync() =>
        await _articles.GetAnnouncedAsync((await _storage.ReadLogAsync(Partitions.Library, 0, 100, CancellationToken.None)).Entries, CancellationToken.None);
}

namespace Wellread.Platform;

/// <summary>Something that the service needs for this request does not answer. The edge turns it into 503 with <c>Retry-After</c>.</summary>
internal abstract class DependencyUnavailableException : Exception
{
    protected DependencyUnavailableException() { }

    protected DependencyUnavailableException(string message) : base(message) { }

    protected DependencyUnavailableException(string message, Exception innerException) : base(message, innerException) { }
}

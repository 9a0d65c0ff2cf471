namespace Wellread.Platform;

/// <summary>A body can be read, and a field of it can't be as it is. What was sent is not repeated.</summary>
/// <param name="fieldName">The field, by its name on the wire.</param>
/// <param name="message">What would be right, for an editor.</param>
internal sealed class WrongFieldException(string fieldName, string message) : BadHttpRequestException(message)
{
    public string Field => fieldName;
}

namespace Wellread.Sharing;

/// <summary>Sharing is pure and needs no services; the method keeps the program's table of contents whole.</summary>
internal static class SharingFeature
{
    public static IHostApplicationBuilder AddSharing(this IHostApplicationBuilder builder) => builder;
}

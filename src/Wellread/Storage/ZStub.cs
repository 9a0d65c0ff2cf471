namespace Wellread.Storage;
internal static class StorageFeature { public static IHostApplicationBuilder AddStorage(this IHostApplicationBuilder b) { return b; } }

namespace Wellread.Sharing;
internal static class SharingFeature { public static IHostApplicationBuilder AddSharing(this IHostApplicationBuilder b) => b; public static void MapSharing(this IEndpointRouteBuilder b) {} }

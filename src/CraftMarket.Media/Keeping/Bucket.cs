using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace CraftMarket.Media;

/// <summary>What lies in a bucket under one name.</summary>
internal sealed record BucketEntry(string Name, DateTimeOffset KeptAt);

/// <summary>Speaks S3. The only file that names Amazon's library, which so is not even loaded where photos lie in a
/// folder.</summary>
/// <remarks>What goes wrong is an <see cref="IOException"/>, as with a disk: whoever keeps or reads photos tries that
/// again.</remarks>
internal sealed class Bucket(BucketSettings settings) : IDisposable
{
    private readonly AmazonS3Client _client = new(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey),
        new AmazonS3Config
        {
            ServiceURL = settings.Endpoint.ToString(),
            AuthenticationRegion = settings.Region,
            ForcePathStyle = true,
            MaxErrorRetry = 2,
            // Amazon's newer checksums go along only where they must: most other stores do not know them, and the
            // signature covers the content.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });

    /// <summary>The stream is read twice, for its hash and to be sent, and never lies in memory as a whole.</summary>
    public async Task PutAsync(string name, Stream content, CancellationToken cancellation) =>
        _ = await Ask(() => _client.PutObjectAsync(new()
        {
            BucketName = settings.Bucket, Key = name, InputStream = content, AutoCloseStream = false, UseChunkEncoding = false,
            ContentType = TypeOf(name),
        }, cancellation), cancellation) ?? throw new IOException("The bucket is not there.");

    public async Task<Blob?> FindAsync(string name, CancellationToken cancellation) =>
        await Ask(() => _client.GetObjectAsync(settings.Bucket, name, cancellation), cancellation) is { } found
            ? new(found.ResponseStream, found.ContentLength) : null;

    public async Task<bool> HasAsync(string name, CancellationToken cancellation) =>
        await Ask(() => _client.GetObjectMetadataAsync(settings.Bucket, name, cancellation), cancellation) is not null;

    public Task DropAsync(string name, CancellationToken cancellation) =>
        Ask(() => _client.DeleteObjectAsync(settings.Bucket, name, cancellation), cancellation);

    /// <summary>Everything whose name begins so, in the order of the names.</summary>
    public async Task<List<BucketEntry>> ListAsync(string start, CancellationToken cancellation)
    {
        var found = new List<BucketEntry>();
        for (var ask = new ListObjectsV2Request { BucketName = settings.Bucket, Prefix = start }; ;)
        {
            var page = await Ask(() => _client.ListObjectsV2Async(ask, cancellation), cancellation)
                ?? throw new IOException("The bucket is not there.");
            found.AddRange((page.S3Objects ?? [])
                .Select(x => new BucketEntry(x.Key, x.LastModified?.ToUniversalTime() ?? DateTimeOffset.MaxValue)));
            if (page.IsTruncated != true) return found;
            ask.ContinuationToken = page.NextContinuationToken;
        }
    }

    /// <summary>Asks for one name, which needs every right that keeping photos needs but writing.</summary>
    public async Task<string?> ProblemAsync(CancellationToken cancellation)
    {
        try
        {
            await _client.ListObjectsV2Async(new() { BucketName = settings.Bucket, MaxKeys = 1 }, cancellation);
            return null;
        }
        catch (AmazonS3Exception e) when (e.StatusCode != 0)
        {
            return $"Photos cannot be kept: the bucket of Media__S3__Bucket answers {(int)e.StatusCode} {e.ErrorCode}.";
        }
        catch (Exception e) when (IsTrouble(e, cancellation) || e is OperationCanceledException)
        {
            return "Photos cannot be kept: nothing answers at Media__S3__Endpoint.";
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Null when there is nothing of that name.</summary>
    private static async Task<T?> Ask<T>(Func<Task<T>> call, CancellationToken cancellation) where T : class
    {
        try
        {
            return await call();
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
        catch (Exception e) when (IsTrouble(e, cancellation))
        {
            throw new IOException(
                $"The bucket of photos did not do it: {(e as AmazonServiceException)?.ErrorCode ?? e.GetType().Name}.", e);
        }
    }

    /// <summary>A wait that its asker did not end is a line that broke.</summary>
    private static bool IsTrouble(Exception e, CancellationToken cancellation) =>
        e is AmazonServiceException or AmazonClientException or HttpRequestException or IOException
        || (e is OperationCanceledException && !cancellation.IsCancellationRequested);

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".webp" => "image/webp",
        ".jpg" => "image/jpeg",
        _ => "application/octet-stream",
    };
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CraftMarket.Web.Demo;

/// <summary>Writes plain 8-bit RGB pixels as a PNG file (RFC 2083).</summary>
internal static class Png
{
    public static byte[] Encode(byte[] rgb, int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", header);
        Chunk(file, "IDAT", Compressed(rgb, width * 3, height));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Compressed(byte[] rgb, int rowBytes, int height)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest))
            for (var y = 0; y < height; y++)
            {
                deflate.WriteByte(0);
                deflate.Write(rgb, y * rowBytes, rowBytes);
            }

        return packed.ToArray();
    }

    private static void Chunk(Stream file, string type, byte[] data)
    {
        var body = new byte[4 + data.Length];
        Encoding.ASCII.GetBytes(type, body);
        data.CopyTo(body, 4);
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(body));
        file.Write(number);
    }

    /// <summary>CRC-32 as the format asks for it (ISO 3309).</summary>
    private static uint Checksum(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}

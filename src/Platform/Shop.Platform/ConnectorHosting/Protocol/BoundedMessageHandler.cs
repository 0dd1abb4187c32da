using System.Buffers;
using System.Buffers.Binary;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace Shop.Platform.ConnectorHosting.Protocol;

/// <summary>Length-header framing that refuses a message by its announced length, before it is in memory.</summary>
internal sealed class BoundedMessageHandler(Stream stream) : LengthHeaderMessageHandler(stream, stream, CreateFormatter())
{
    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        System.IO.Pipelines.ReadResult read = await Reader!.ReadAtLeastAsync(sizeof(uint), cancellationToken);
        if (read.Buffer.Length >= sizeof(uint))
        {
            byte[] header = read.Buffer.Slice(0, sizeof(uint)).ToArray();
            uint length = BinaryPrimitives.ReadUInt32BigEndian(header);
            if (length > Wire.MaxMessageBytes)
                throw new InvalidDataException($"A message of {length} bytes was announced; the limit is {Wire.MaxMessageBytes}.");
        }

        Reader.AdvanceTo(read.Buffer.Start);
        return await base.ReadCoreAsync(cancellationToken);
    }

    private static SystemTextJsonFormatter CreateFormatter() => new() { JsonSerializerOptions = new(Wire.Json) };
}

namespace LocalDynamo.Http;

/// <summary>CRC-32 as in IEEE 802.3 (polynomial 0xEDB88320, reflected), eight bytes a step by eight tables.</summary>
internal static class Crc32
{
    private static readonly uint[][] Tables = BuildTables();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        while (bytes.Length >= 8)
        {
            crc = Tables[7][(bytes[0] ^ crc) & 0xFF] ^ Tables[6][(bytes[1] ^ (crc >> 8)) & 0xFF]
                ^ Tables[5][(bytes[2] ^ (crc >> 16)) & 0xFF] ^ Tables[4][bytes[3] ^ (crc >> 24)]
                ^ Tables[3][bytes[4]] ^ Tables[2][bytes[5]] ^ Tables[1][bytes[6]] ^ Tables[0][bytes[7]];
            bytes = bytes[8..];
        }

        foreach (var b in bytes) crc = (crc >> 8) ^ Tables[0][(crc ^ b) & 0xFF];
        return ~crc;
    }

    private static uint[][] BuildTables()
    {
        var tables = new uint[8][];
        for (var table = 0; table < 8; table++)
        {
            tables[table] = new uint[256];
            for (var i = 0u; i < 256; i++)
            {
                var value = table == 0 ? i : tables[table - 1][i];
                for (var bit = 0; bit < 8; bit++) value = (value >> 1) ^ ((value & 1) * 0xEDB88320);
                tables[table][i] = value;
            }
        }

        return tables;
    }
}

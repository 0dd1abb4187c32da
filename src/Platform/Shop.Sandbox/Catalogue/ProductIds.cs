namespace Shop.Sandbox.Catalogue;

/// <summary>Product and SKU numbers that look like the platform's: 16 and 17 digits, scattered, and reversible.</summary>
public static class ProductIds
{
    private const long Base = 1005006000000000;
    private const long Prime = 999_999_937;
    private const long Stride = 48_271_117;
    private const long SkuBase = 12000040000000000;

    public static long OfIndex(int index) => Base + (index + 1L) * Stride % Prime;

    /// <summary>The index of an id, or -1 for a number this rule never gives.</summary>
    public static int ToIndex(long id)
    {
        var scattered = id - Base;
        if (scattered is < 0 or >= Prime) return -1;
        var index = (long)((Int128)scattered * Inverse % Prime) - 1;
        return index is >= 0 and < int.MaxValue ? (int)index : -1;
    }

    public static long OfSku(int index, int number) => SkuBase + (index * 100L) + number + 17;

    public static int IndexOfSku(long skuId) =>
        skuId > SkuBase && (skuId - SkuBase - 17) / 100 is >= 0 and < int.MaxValue and var index ? (int)index : -1;

    private static readonly long Inverse = PowMod(Stride, Prime - 2);

    private static long PowMod(long value, long exponent)
    {
        Int128 result = 1, power = value;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) result = result * power % Prime;
            power = power * power % Prime;
        }

        return (long)result;
    }
}

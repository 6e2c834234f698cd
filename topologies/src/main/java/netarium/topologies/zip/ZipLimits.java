package netarium.topologies.zip;

/// How much an archive may hold.
///
/// @param ratio how many octets may come out of one that went in, beyond the first mebibyte
public record ZipLimits(
    int archiveOctets, int entries, int entryOctets, int totalOctets, int ratio) {
  public static final ZipLimits PROJECT = new ZipLimits(32 << 20, 4_096, 16 << 20, 32 << 20, 200);
}

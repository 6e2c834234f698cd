package netarium.topologies.zip;

/// One entry of an archive's central directory.
///
/// @param offset where its local header begins
record ZipEntryHead(
    String name,
    int flags,
    int method,
    long crc,
    long packedOctets,
    long octets,
    long externalAttributes,
    long offset) {
  private static final int UNIX_TYPE_MASK = 0xf000;
  private static final int UNIX_FILE = 0x8000;
  private static final int UNIX_FOLDER = 0x4000;
  static final int STORED = 0;
  static final int DEFLATED = 8;

  boolean isFolder() {
    return name.endsWith("/");
  }

  boolean isEncrypted() {
    return (flags & 0x41) != 0;
  }

  /// A link, a device or a pipe instead of a file: Unix tools keep the type in the upper half of
  /// the external attributes.
  boolean isSpecial() {
    int type = (int) (externalAttributes >>> 16) & UNIX_TYPE_MASK;
    return type != 0 && type != (isFolder() ? UNIX_FOLDER : UNIX_FILE);
  }
}

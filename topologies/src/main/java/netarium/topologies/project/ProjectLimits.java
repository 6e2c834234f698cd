package netarium.topologies.project;

/// How much a project may hold, in a folder as in a bundle.
record ProjectLimits(int files, int fileOctets, int totalOctets) {
  static final ProjectLimits DEFAULT = new ProjectLimits(4_096, 16 << 20, 32 << 20);
}

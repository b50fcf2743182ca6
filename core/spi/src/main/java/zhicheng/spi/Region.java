package zhicheng.spi;

import java.util.List;

/**
 * A region (地区) and what its notices say: the whole contract of a plug-in, found by {@link java.util.ServiceLoader}.
 * Called once at start, from one thread; nothing here is ever null, and every answer is the same each time.
 */
public interface Region {
    /** Lower-case Latin letters, e.g. {@code xianning}; unique among the loaded regions. */
    String id();

    /** {@code return Spi.VERSION;} keeps the version that the region was compiled against. */
    String spi();

    Text name();

    /** GB/T 2260 code, six digits. */
    String areaCode();

    /** The province's name. */
    Text province();

    /** The notices that the region ships; their prefixes are the region's alone. */
    List<Notice> notices();

    /** The ambiguous places of its notices. */
    List<Setting> settings();

    /** Every edition that ever was in force under these readings, oldest first; one that dossiers are pinned to is never taken out. */
    List<Edition> editions(Readings readings);

    /** Class-path resources beside the region's class with its cases, e.g. {@code cases/X24-6.5.csv} ({@code RegionContract} says in which form). */
    List<String> cases();
}

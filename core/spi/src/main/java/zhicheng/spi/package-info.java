/**
 * What a region implements ({@link zhicheng.spi.Region}, {@link zhicheng.spi.Edition}) and what it is handed ({@link zhicheng.spi.Case}).
 *
 * <p>How it grows without breaking yesterday's jars: facts are made only through the static factories, whose signatures never change, and never
 * with {@code new} (the contract test looks into the byte code); what a region reads may gain accessors; a concern added later is one more method of
 * {@code Edition} with the default {@link zhicheng.spi.Said#notSaidSince}; enums and sealed types that a region switches on stay as they are within a major.
 */
package zhicheng.spi;

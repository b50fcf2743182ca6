/**
 * Measures reads: a large data set, the server under load, and the same statements through pgbench beside it. Run by {@code tools/zhicheng bench read};
 * {@code tools/BENCH.md} says what is measured and what came out.
 */
package zhicheng.tools.bench;

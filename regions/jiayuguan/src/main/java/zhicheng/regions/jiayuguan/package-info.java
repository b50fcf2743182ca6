/** Jiayuguan 嘉峪关 (Gansu): what notice J24 (嘉人社发〔2024〕205号) says. Start at {@link zhicheng.regions.jiayuguan.Edition2024}. */
package zhicheng.regions.jiayuguan;

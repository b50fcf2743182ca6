/** Xianning (咸宁市, Hubei): what 咸职改办〔2024〕12号 says, one file per concern. */
package zhicheng.regions.xianning;

/** Bijie (毕节市), Guizhou: the notices B24 and B23. */
package zhicheng.regions.bijie;

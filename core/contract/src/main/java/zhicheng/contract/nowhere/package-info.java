/** A made-up region, 乌有乡 ("no such place"), of the same shape as a real one: its notice says everything that a notice can say, and says that it is made up. */
package zhicheng.contract.nowhere;

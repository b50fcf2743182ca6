/** The fiscal platform through which review fees are paid, and its word on them. */
package zhicheng.server.outside.payment;

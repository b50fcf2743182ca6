/** Reviews that a unit entrusts to a committee: its letters, and who agrees to them. */
package zhicheng.server.entrustment;

/** What people are told without asking (站内消息): written with what it is about, read by him alone whom it is for, and brought out of the house where that is wanted. */
package zhicheng.server.message;

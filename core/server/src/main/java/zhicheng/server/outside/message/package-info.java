/** The gateway that brings messages to people outside the house, by e-mail and by text message. */
package zhicheng.server.outside.message;

/** What happens by itself when a day comes, once however many servers there are: each chore is a step that can be taken at any instant that is handed in. */
package zhicheng.server.clockwork;

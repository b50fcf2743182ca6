/** The posts that public institutions manage: what they tell of them, and who gives an opinion on that. */
package zhicheng.server.post;

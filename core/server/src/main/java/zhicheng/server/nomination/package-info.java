/** Which units may nominate their own people (举荐), and that one loses the right. */
package zhicheng.server.nomination;

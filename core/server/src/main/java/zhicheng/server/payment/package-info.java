/** The review fee (职称评审费): how much by configuration, until when by the notice, the order with the fiscal platform, and what it says was paid (B24-5.5). */
package zhicheng.server.payment;

/** What stands against a person: the register of integrity (诚信档案、失信黑名单), and complaints about him (信访). */
package zhicheng.server.integrity;

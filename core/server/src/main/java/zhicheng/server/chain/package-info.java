/** A dossier's way from its applicant to its committee: audit item by item, publication, recommendation, the chain of reviewers, returns. */
package zhicheng.server.chain;

package zhicheng.server.demo;

/** The made-up people, employers, committees and dossiers of a demonstration: the same every time. */
public interface DemoData {

    /**
     * Fills a database that has tables and no rows. Called once per data folder, after migration and before the first
     * request is answered, and again where the first call did not return: so it is one transaction.
     */
    void load();
}

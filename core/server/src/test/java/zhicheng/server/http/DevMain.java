package zhicheng.server.http;
class DevMain {
    public static void main(String[] a) throws Exception {
        var r = Running.with("zhicheng.graphql.limits.introspection", true, "micronaut.server.port", 4017, "zhicheng.cors.origins", a.length > 0 ? a[0] : "");
        System.out.println(r.at("/graphql"));
        Thread.sleep(1_000_000_000);
    }
}

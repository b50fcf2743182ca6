package zhicheng.contract;

import zhicheng.contract.nowhere.Nowhere;
import zhicheng.spi.Region;

class NowhereTest implements RegionContract {
    @Override
    public Region region() {
        return new Nowhere();
    }
}
